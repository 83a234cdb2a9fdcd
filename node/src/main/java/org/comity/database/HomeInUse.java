package org.comity.database;

/** Tells that another process works with this home, or this database; nothing was touched. */
public final class HomeInUse extends IllegalStateException {

    HomeInUse(String what, String holder) {
        super(
                "%s is in use by %s. Nothing was changed. Stop that one first, or give this one a home and a database of its own."
                        .formatted(what, holder));
    }
}
