package org.comity.exchange;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** Checks what arrives, whoever carried it. Returns only after the commit; nothing is stored when it refuses. */
public interface Door {

    /** Checks the parcel and what is in it, then keeps it; the same parcel again changes nothing. */
    void receive(Parcel parcel) throws Refusal;

    /**
     * An act or entries that somebody carried unsealed, in a bag: the same checks but for the envelope around it, which
     * says no more than who brings it.
     */
    void carried(Parcel.Action action, String from, byte[] plain) throws Refusal;

    /** Is this the sender it says it is, by its pinned certificates, and may it speak to us at all? */
    void admit(String from, @Nullable X509Certificate as4, @Nullable X509Certificate tls) throws Refusal;

    /** Counts and logs what a carrier itself had to refuse. */
    void refused(String code, @Nullable String from);
}
