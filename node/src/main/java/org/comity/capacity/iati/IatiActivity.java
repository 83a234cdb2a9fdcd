package org.comity.capacity.iati;

import java.util.List;

/**
 * One activity that holds by schema, code lists and rules, whole as it was written.
 *
 * @param identifier its IATI identifier
 * @param xml the element itself
 * @param warnings of rules that keep nothing back
 */
public record IatiActivity(String identifier, String xml, List<IatiFault> warnings) {

    public IatiActivity {
        warnings = List.copyOf(warnings);
    }
}
