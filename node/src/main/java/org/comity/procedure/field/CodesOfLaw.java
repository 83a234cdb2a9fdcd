package org.comity.procedure.field;

import java.util.List;

/**
 * Lists the codes that instruments give to what a field may name; another instrument has others.
 *
 * @param offences articles
 */
public record CodesOfLaw(List<String> grounds, List<String> postponements, List<String> scopes, List<String> offences) {

    public CodesOfLaw {
        grounds = List.copyOf(grounds);
        postponements = List.copyOf(postponements);
        scopes = List.copyOf(scopes);
        offences = List.copyOf(offences);
    }
}
