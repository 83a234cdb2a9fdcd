-- The figures of each State from which the public table of a year was last drawn. It is drawn anew only when those of several
-- States differ from them.
create table commons.figures_drawn (
    year        text not null,
    participant text not null,
    law         text not null,
    figures     text not null,
    checked_on  date not null,
    primary key (year, participant)
);
