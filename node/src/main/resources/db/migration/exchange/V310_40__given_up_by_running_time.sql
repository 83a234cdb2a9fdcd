-- The node's running time at the first attempt that failed: giving up does not go by the clock on the wall.
alter table exchange.outbox add column tried_since bigint;
create index outbox_given_up_of_peer on exchange.outbox (destination, id) where status = 'GIVEN_UP';
