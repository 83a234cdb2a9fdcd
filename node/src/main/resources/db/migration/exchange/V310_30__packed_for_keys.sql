-- The version of the peer's entry whose keys a courier's files were sealed to; 0 of those packed before this was kept, which
-- any revocation by the peer covers.
alter table exchange.courier_batch add column version bigint not null default 0;
