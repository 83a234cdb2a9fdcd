package org.comity.exchange;

import org.comity.directory.Participant;

/** Brings a parcel to another node; returns only with that node's verified receipt. */
public interface Carrier {

    void carry(Parcel parcel, Participant to) throws NotCarried;

    /** Nobody said that it arrived. {@code code}: the other door's refusal, or why it was not reached. */
    final class NotCarried extends Exception {

        private final String code;
        private final boolean reached;

        public NotCarried(String code, boolean reached, String detail) {
            super(detail);
            this.code = code;
            this.reached = reached;
        }

        public String code() {
            return code;
        }

        /** The other node answered, if only to refuse. */
        public boolean reached() {
            return reached;
        }
    }
}
