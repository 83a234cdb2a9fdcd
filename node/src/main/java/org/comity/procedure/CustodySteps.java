package org.comity.procedure;

/** Types of act that deliver, or speak of what was delivered, and their facts, as envelopes name them. */
public final class CustodySteps {

    public static final String DELIVER = "deliver";
    public static final String RECEIVED = "received";
    public static final String MATCHED = "matched";
    public static final String NOT_MATCHED = "not-matched";
    public static final String ONWARD = "onward";
    public static final String RETURNED = "returned";
    public static final String DESTROYED = "destroyed";

    /** The fact that names the act that delivered. */
    public static final String DELIVERY = "delivery";

    /** Of an onward transfer: the act that consented to it, or {@link #NONE}, Art. 40(19). The fold does not judge it. */
    public static final String CONSENT = "consent";

    public static final String NONE = "none";

    /** The day on which what was delivered was passed on, given back or destroyed. */
    public static final String DONE_ON = "doneOn";

    /** Of a delivery: whether more is to come. */
    public static final String PART = "part";

    public static final String WHOLE = "whole";
    public static final String PARTIAL = "partial";

    private CustodySteps() {}
}
