-- Of these hosts what stood on their boards before anything was kept in forum.asked has been looked through: once.
create table forum.asked_host (
    host text not null primary key
);
