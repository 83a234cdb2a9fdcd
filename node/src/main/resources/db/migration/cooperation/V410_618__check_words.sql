-- The word on the papers of an order, by which its addressee asks whether it is ours: found by the hash of number and word; the
-- word itself is sealed for this node, so that who reads the table does not read it.
create table cooperation.check_word (
    thread text  primary key,
    mark   text  not null unique,
    word   bytea not null
);
-- Each paper as it was made, by its SHA-256.
create table cooperation.order_paper (
    sha256 text primary key,
    thread text not null
);
create index order_paper_thread on cooperation.order_paper (thread);
