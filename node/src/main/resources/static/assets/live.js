// The parts that live here work without script; this file only makes them move.
