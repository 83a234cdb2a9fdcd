package org.comity.exchange.outbox;

import org.comity.exchange.Parcel;

/** Says how many acts, each of another thread, and how many entries leave as one parcel. */
record BundleSize(int acts, int entries) {

    /** Of the others one parcel brings one. */
    static boolean may(Parcel.Action action) {
        return action == Parcel.Action.ACT || action == Parcel.Action.ENTRY;
    }

    int most(Parcel.Action action) {
        return switch (action) {
            case ACT -> acts;
            case ENTRY -> entries;
            default -> 1;
        };
    }
}
