package org.comity.bench.tamper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Lists what can be done to any file, whatever it holds. */
enum FileChange {
    FLIP {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            byte[] changed = Objects.requireNonNull(files.get(target)).clone();
            changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
            files.put(target, changed);
            return Set.of(target);
        }
    },
    DROP {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            files.remove(target);
            return Set.of(target);
        }
    },
    TRUNCATE {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            byte[] right = Objects.requireNonNull(files.get(target));
            files.put(target, Arrays.copyOf(right, chance.nextInt(right.length)));
            return Set.of(target);
        }
    },
    EXTEND {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            byte[] right = Objects.requireNonNull(files.get(target));
            byte[] more = new byte[1 + chance.nextInt(2_000)];
            if (chance.nextBoolean()) chance.nextBytes(more);
            byte[] longer = Arrays.copyOf(right, right.length + more.length);
            System.arraycopy(more, 0, longer, right.length, more.length);
            files.put(target, longer);
            return Set.of(target);
        }
    },
    RENAME {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            var name = target + chance.nextInt(10);
            files.put(name, files.remove(target));
            return Set.of(target, name);
        }
    },
    /** Two files under each other's name: acts, entries, headers, or one of each. */
    EXCHANGE {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            var different = files.keySet().stream()
                    .filter(it -> !Arrays.equals(files.get(it), files.get(target)))
                    .toList();
            var alike = different.stream()
                    .filter(it -> kind(it).equals(kind(target)))
                    .toList();
            var with = FileChange.one(alike.isEmpty() || chance.nextInt(4) == 0 ? different : alike, chance);
            byte[] content = files.get(target);
            files.put(target, files.get(with));
            files.put(with, content);
            return Set.of(target, with);
        }
    },
    /** A file of the same kind, right in itself, from another export of the same node. */
    SPLICE {
        @Override
        Set<String> of(
                SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance) {
            var alike = other.entrySet().stream()
                    .filter(it -> kind(it.getKey()).equals(kind(target)))
                    .map(Map.Entry::getValue)
                    .filter(it -> !Arrays.equals(it, files.get(target)))
                    .toList();
            if (alike.isEmpty()) return Set.of();
            files.put(target, FileChange.one(alike, chance));
            return Set.of(target);
        }
    };

    /** @return the files that were touched; empty if there is nothing to do here */
    abstract Set<String> of(
            SequencedMap<String, byte[]> files, String target, Map<String, byte[]> other, RandomGenerator chance);

    /** Files of one kind differ in numbers and hashes. */
    static String kind(String name) {
        return name.replaceAll("[0-9a-f]{64}", "#").replaceAll("[0-9]+(?=\\.(json|tlog))", "#");
    }

    static <T> T one(List<T> of, RandomGenerator chance) {
        return of.get(chance.nextInt(of.size()));
    }
}
