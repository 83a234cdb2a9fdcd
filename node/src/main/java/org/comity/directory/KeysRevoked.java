package org.comity.directory;

/**
 * A revocation counts here from now on, whoever brought it. Published once for each, inside the transaction.
 *
 * @param json as the participant signed it, to pass on
 */
public record KeysRevoked(String participant, long version, byte[] json) {}
