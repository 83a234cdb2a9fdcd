package org.comity.implementation;

/**
 * A file that bears out an answer: named by its hash, kept by the State where it likes.
 *
 * @param sha256 lower-case hex
 */
public record NamedEvidence(String question, String name, long size, String sha256) {}
