package org.comity.thread;

/**
 * An act of ours was taken back before it left and before it was registered: it never was said. Published inside the
 * transaction.
 *
 * @param opening it was to open the thread, which therefore never begins
 */
public record ActRecalled(String act, Threads.Thread thread, boolean opening, String why) {}
