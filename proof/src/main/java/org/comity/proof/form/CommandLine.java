package org.comity.proof.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command line: words, {@code --name value} and {@code --flag}; what it does not understand is named.
 *
 * @param words what stands without a name, in order
 * @param named by the name without its hyphens, each with its values; a flag has none
 */
public record CommandLine(List<String> words, Map<String, List<String>> named) {

    /** @param words the most of them */
    public static CommandLine read(List<String> arguments, int words, Set<String> options, Set<String> flags) {
        var plain = new ArrayList<String>();
        var named = new HashMap<String, List<String>>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var each = rest.next();
            var name = each.startsWith("--") ? each.substring(2) : "";
            if (flags.contains(name)) {
                named.put(name, List.of());
            } else if (options.contains(name)) {
                if (!rest.hasNext()) throw new WrongUse(each + " needs a value");
                named.computeIfAbsent(name, it -> new ArrayList<>()).add(rest.next());
            } else if (name.isEmpty() && plain.size() < words) {
                plain.add(each);
            } else {
                throw new WrongUse("Not understood: " + each);
            }
        }
        return new CommandLine(plain, named);
    }

    public boolean has(String name) {
        return named.containsKey(name);
    }

    /** All that were given, of an option that may stand there more than once. */
    public List<String> all(String name) {
        return named.getOrDefault(name, List.of());
    }

    public @Nullable String get(String name) {
        var values = all(name);
        if (values.size() > 1) throw new WrongUse("--%s is given more than once".formatted(name));
        return values.isEmpty() ? null : values.getFirst();
    }

    public String get(String name, String otherwise) {
        var value = get(name);
        return value == null ? otherwise : value;
    }

    public String needed(String name) {
        var value = get(name);
        if (value == null) throw new WrongUse("--%s is missing".formatted(name));
        return value;
    }

    public int number(String name, int otherwise, int least, int most) {
        var value = get(name, Integer.toString(otherwise));
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw new WrongUse("--%s must be a number from %d to %d".formatted(name, least, most));
        }
        return number;
    }

    /** Says to the person at the terminal what does not fit. */
    public static final class WrongUse extends IllegalArgumentException {

        public WrongUse(String sentence) {
            super(sentence);
        }
    }
}
