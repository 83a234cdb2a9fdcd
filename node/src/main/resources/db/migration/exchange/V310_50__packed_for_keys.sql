-- The version of the peer's entry to whose keys a courier's copy is sealed; null of what was taken before this was kept, which
-- any revocation by the peer covers.
alter table exchange.outbox add column packed_for bigint;
create index outbox_packed on exchange.outbox (destination, packed_for)
    where status = 'DELIVERED' and last_error = 'courier' and registered_at is null;
