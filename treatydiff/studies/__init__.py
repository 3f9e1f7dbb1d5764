"""The questions one can ask of drafts; each study is whole and knows no other."""
