-- Deliveries to us that have arrived whole and of which nothing was said yet: the act is filled in by the program.
create table cooperation.prepared (
    delivery text primary key,
    thread   text not null,
    type     text not null,
    at       timestamptz not null,
    draft    text
);
create index prepared_thread on cooperation.prepared (thread, at);
create index prepared_at on cooperation.prepared (at, delivery);
