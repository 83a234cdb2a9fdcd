-- How many messages of one participant came within a day.
create index seen_message_of_one on exchange.seen_message (sender, at);
