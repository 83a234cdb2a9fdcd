-- The draft by which a domestic order was served, and the request in which that was granted: known here alone.
create table cooperation.order_served (
    id      bigint generated always as identity primary key,
    draft   text   not null unique,
    request text   not null,
    number  text   not null
);
create index order_served_request on cooperation.order_served (request, id);
