package org.comity.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code --name value} and {@code --flag} of a command line; anything unknown is named. */
record CommandOptions(Map<String, String> values) {

    static CommandOptions of(List<String> arguments, Set<String> withValue, Set<String> flags) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var name = argument.startsWith("--") ? argument.substring(2) : "";
            if (flags.contains(name)) {
                values.put(name, "true");
            } else if (withValue.contains(name) && i + 1 < arguments.size()) {
                values.put(name, arguments.get(++i));
            } else if (withValue.contains(name)) {
                throw new CommandStopped("%s needs a value. Run ./comity for help.".formatted(argument));
            } else {
                throw new CommandStopped("I do not know %s here. Run ./comity for help.".formatted(argument));
            }
        }
        return new CommandOptions(values);
    }

    boolean flag(String name) {
        return values.containsKey(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    Path path(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new CommandStopped("--%s is missing. Run ./comity for help.".formatted(name));
        }
        return Path.of(value).toAbsolutePath();
    }

    int number(String name, int otherwise, int least, int most) {
        try {
            int number = Integer.parseInt(get(name, Integer.toString(otherwise)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the bounds
        }
        throw new CommandStopped("--%s must be a number from %d to %d.".formatted(name, least, most));
    }
}
