package org.comity.identity.signin;

import org.comity.ui.FormProblems;

/**
 * The sign-in page.
 *
 * @param options what the browser asks a passkey for, as JSON
 * @param to the page asked for, or empty
 * @param ended a session ended while a form was open
 * @param chairs this is a practice node: chairs are offered
 */
public record SignInView(
        String options, String to, boolean ended, boolean chairs, String person, FormProblems problems) {}
