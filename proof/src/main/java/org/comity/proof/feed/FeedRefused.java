package org.comity.proof.feed;

/** What a host sent of its feed is not taken; what a follower holds stays as it was. */
public final class FeedRefused extends RuntimeException {

    private final String code;

    FeedRefused(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    /** Stable; docs/protocol/feeds.md. */
    public String code() {
        return code;
    }
}
