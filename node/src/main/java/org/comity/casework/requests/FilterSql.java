package org.comity.casework.requests;

import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.procedure.Requests;

/**
 * Says as a condition what a filter of the list asks for, and nothing that it does not: behind {@code (:owner is null or owner =
 * :owner)} a plan that is made once for all values finds no index and reads the list from end to end.
 */
final class FilterSql {

    static final String OWNER = " and owner = :owner";

    private static final Pattern WORD = Pattern.compile("[\\w./-]{1,64}");
    private static final String NONE = "''";

    private FilterSql() {}

    static String where(Requests.Filter filter) {
        var asked = new ArrayList<String>();
        if (filter.role() != null) asked.add(" and our_role = :role");
        if (!filter.channels().isEmpty()) asked.add(" and channel = any (string_to_array(:channels, ','))");
        if (filter.state() != null) asked.add(" and state = " + literal(filter.state()));
        if (filter.counterpart() != null) asked.add(" and counterpart = " + literal(filter.counterpart()));
        if (filter.owner() != null) asked.add(filter.owner().isEmpty() ? " and owner is null" : OWNER);
        if (!filter.laws().isEmpty()) {
            asked.add(filter.laws().stream()
                    .map(FilterSql::literal)
                    .collect(Collectors.joining(", ", " and split_part(procedure, '/', 1) in (", ")")));
        }
        return String.join("", asked);
    }

    /**
     * In the statement itself, since of these some are on nearly all requests and some on hardly any: a plan that is made once for
     * all values takes each to be on many, and reads the list from end to end for what is on none. What is no word of ours is on no
     * request.
     */
    static String literal(String value) {
        return WORD.matcher(value).matches() ? "'" + value + "'" : NONE;
    }
}
