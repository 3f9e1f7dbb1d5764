"""What a comparison looks like: bars of shares, the map of units, the plots that go into papers."""
