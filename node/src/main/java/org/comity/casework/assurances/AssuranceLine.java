package org.comity.casework.assurances;

import org.comity.casework.Assurances.StandingAssurance;

/**
 * Shows one assurance beside a request.
 *
 * @param over it was given, and its last day is past
 * @param ref the paragraph it rests on; empty where that is other law
 */
public record AssuranceLine(StandingAssurance standing, boolean over, String ref) {}
