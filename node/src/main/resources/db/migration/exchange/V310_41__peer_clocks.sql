-- How far a peer's clock was ahead of ours in what it signed last; negative: behind. heard: our running time.
create table exchange.peer_clock (
    peer  text        primary key,
    ahead bigint      not null,
    at    timestamptz not null,
    heard bigint      not null
);
