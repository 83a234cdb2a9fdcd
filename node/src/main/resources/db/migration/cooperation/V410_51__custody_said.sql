-- What acts of custody said, once their words are deleted: the manifests delivered, divided by spaces; and one thing more.
create table cooperation.custody_said (
    act       text primary key,
    manifests text not null,
    more      text not null
);
