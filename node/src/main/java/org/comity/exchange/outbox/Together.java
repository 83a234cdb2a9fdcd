package org.comity.exchange.outbox;

import org.comity.exchange.Parcel;

/** How many acts, each of another thread, and how many entries leave as one parcel. */
record Together(int acts, int entries) {

    int most(Parcel.Action action) {
        return switch (action) {
            case ACT -> acts;
            case ENTRY -> entries;
            default -> 1;
        };
    }
}
