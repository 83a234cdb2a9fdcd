-- What was settled for one destination within a day is counted when it asks for more.
create index outbox_settled_by_destination on exchange.outbox (destination, settled_at) where settled_at is not null;
