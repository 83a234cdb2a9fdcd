create schema if not exists ui;

create table ui.press (
    token uuid primary key,
    pressed_at timestamptz not null,
    outcome text
);

create index on ui.press (pressed_at);
