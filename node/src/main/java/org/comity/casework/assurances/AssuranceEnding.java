package org.comity.casework.assurances;

import org.comity.casework.Assurances.StandingAssurance;
import org.comity.procedure.RequestRow;

/**
 * Shows one assurance that ends, in the list of them.
 *
 * @param over its last day is past
 */
public record AssuranceEnding(RequestRow request, StandingAssurance standing, boolean over) {}
