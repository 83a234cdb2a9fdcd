-- Who approved an act from a seat, beside it: a page that names them opens no container, however much is attached. Of acts that
-- were kept before, it is written when they are next read. Goes with the body.
create table thread.seat_approval (
    act    text not null,
    place  int  not null,
    person text not null,
    primary key (act, place)
);
