-- What is due for a peer is found without reading what waits for it and is not due.
create index outbox_due_by_time on exchange.outbox (destination, next_attempt) where status = 'QUEUED';
