package org.comity.casework.requests;

import java.util.ArrayList;
import java.util.List;
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
        if (filter.counterparts() != null) asked.add(" and counterpart in " + literals(filter.counterparts()));
        if (filter.owner() != null) asked.add(filter.owner().isEmpty() ? " and owner is null" : OWNER);
        if (filter.emergency()) asked.add(" and emergency and not drill");
        if (!filter.laws().isEmpty()) {
            asked.add(" and split_part(procedure, '/', 1) in " + literals(filter.laws()));
        }
        return String.join("", asked);
    }

    /** Of none, one that no request has. */
    private static String literals(List<String> values) {
        return values.isEmpty()
                ? "(" + NONE + ")"
                : values.stream().map(FilterSql::literal).collect(Collectors.joining(", ", "(", ")"));
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
