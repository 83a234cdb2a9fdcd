package org.comity.exchange;

/** An act has not got its entry in time, or the outbox gave up; a person must look. */
public record SendingFailed(String act, String thread, String code) {}
