-- The version of the receiver's entry whose key an item was wrapped for; 0 of those wrapped before this was kept, which any
-- revocation by the receiver covers. After a revocation the same item is wrapped anew, under another manifest.
alter table evidence.release add column receiver_version bigint not null default 0;
alter table evidence.release drop constraint release_item_receiver_key;
alter table evidence.release add constraint release_item_receiver_key unique (item, receiver, receiver_version);
