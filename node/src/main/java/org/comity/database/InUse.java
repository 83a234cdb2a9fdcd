package org.comity.database;

/** Another process works with this home, or this database; nothing was touched. */
public final class InUse extends IllegalStateException {

    InUse(String what, String holder) {
        super("%s is in use by %s. Nothing was changed. Stop that one first, or give this one a home and a database of its own."
                .formatted(what, holder));
    }
}
