-- Which preservation a request for assistance follows, as far as this node holds both (Art. 42(8)).
create table cooperation.follows (
    thread       text primary key,
    preservation text not null
);
create index follows_preservation on cooperation.follows (preservation, thread);
