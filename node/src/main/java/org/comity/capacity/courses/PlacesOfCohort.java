package org.comity.capacity.courses;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives the places of a course: who asks first comes first, and the places that are kept for some States are given to others
 * from the day of their release on. Computed anew from what was asked, so that anybody finds the same.
 */
final class PlacesOfCohort {

    private final Cohort cohort;
    private final List<AskedPlaces> asked;
    private final int[] seated;
    private int open;
    private int kept;

    private PlacesOfCohort(Cohort cohort, List<AskedPlaces> asked) {
        this.cohort = cohort;
        this.asked = asked.stream()
                .sorted(Comparator.comparing(AskedPlaces::at).thenComparing(AskedPlaces::id))
                .toList();
        this.seated = new int[asked.size()];
        this.open = cohort.places() - cohort.reserved();
        this.kept = cohort.reserved();
    }

    /** @param waiting how many of them have no place yet */
    record Given(AskedPlaces asked, int seated, int waiting) {}

    /** In the order in which they asked. */
    static List<Given> of(Cohort cohort, List<AskedPlaces> asked, LocalDate today) {
        return new PlacesOfCohort(cohort, asked).given(today);
    }

    private List<Given> given(LocalDate today) {
        for (int i = 0; i < asked.size(); i++) {
            if (before(asked.get(i))) beforeRelease(i);
        }
        if (!today.isBefore(cohort.releasedOn())) {
            open += kept;
            kept = 0;
            for (int i = 0; i < asked.size(); i++) open -= seat(i, open);
        }
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            all.add(new Given(asked.get(i), seated[i], asked.get(i).persons() - seated[i]));
        }
        return all;
    }

    /** For whom places are kept takes these first, so that the others stay free for all. */
    private void beforeRelease(int i) {
        if (asked.get(i).vulnerable()) kept -= seat(i, kept);
        open -= seat(i, open);
    }

    private int seat(int i, int free) {
        int more = Math.min(free, asked.get(i).persons() - seated[i]);
        seated[i] += more;
        return more;
    }

    private boolean before(AskedPlaces ask) {
        return ask.at().atOffset(ZoneOffset.UTC).toLocalDate().isBefore(cohort.releasedOn());
    }
}
