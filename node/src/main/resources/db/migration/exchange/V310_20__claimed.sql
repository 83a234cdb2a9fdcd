-- What some process has claimed: looked at every second, and never many.
create index outbox_claimed on exchange.outbox (claimed_by) where status = 'QUEUED' and claimed_by is not null;
