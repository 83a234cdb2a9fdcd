-- When the words of a request are forgotten, so are its messages that still wait.
create index outbox_messages on exchange.outbox (thread) where action = 'MESSAGE';
