package org.comity.identity.me;

/**
 * What a person proves before one change.
 *
 * @param options what the browser asks a passkey by, as JSON
 * @param passkey they have one
 * @param password they have password and code
 */
public record ProveView(OwnChangeView change, String options, boolean passkey, boolean password) {

    /** @param text as it is posted; {@code kind} names its words */
    public record OwnChangeView(String text, String kind) {}
}
