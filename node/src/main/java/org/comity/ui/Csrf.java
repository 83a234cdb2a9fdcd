package org.comity.ui;

/** What each form must carry so that no other site can post it. */
public record Csrf(String parameter, String token) {}
