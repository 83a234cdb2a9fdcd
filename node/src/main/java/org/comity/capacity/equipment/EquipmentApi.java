package org.comity.capacity.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.comity.capacity.UnreadableQuestion;
import org.comity.capacity.equipment.GivenItem.UpkeepLine;
import org.comity.casework.CaseAccess;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Equipment for programs of this node: whose check is due, whose upkeep is over, and where both sides found other things. */
@RestController
@RequestMapping("/api/v1/equipment")
class EquipmentApi {

    private final ReadingItems reading;
    private final CaseAccess access;
    private final Clock clock;

    EquipmentApi(ReadingItems reading, CaseAccess access, Clock clock) {
        this.reading = reading;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    EquipmentList list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Official by) {
        access.mustRead(by);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var page = reading.page(UnreadableQuestion.role(role), by.id(), after, limit);
        return new EquipmentList(
                today,
                ReadingItems.CHECK_DAYS,
                page.threads().stream()
                        .map(GivenItem::new)
                        .map(it -> GivenItemJson.of(it, today))
                        .toList(),
                page.cursor());
    }

    /** @param today as of when checks are due and upkeep is over */
    record EquipmentList(
            LocalDate today,
            int checkDays,
            List<GivenItemJson> items,
            @Nullable String cursor) {}

    /**
     * @param law null where it was not named
     * @param upkeep as it was planned last
     * @param checks of who gave it, then of who uses it; none before it is in use and after its end
     * @param weOweCheck ours is due today, or was before
     */
    // More than twelve: what the page says of one item.
    record GivenItemJson(
            String reference,
            String author,
            String address,
            String counterpart,
            String ourRole,
            String state,
            String title,
            String activity,
            boolean reachesData,
            @Nullable LawJson law,
            List<UpkeepLine> upkeep,
            boolean upkeepOver,
            List<CheckJson> checks,
            boolean checksDiffer,
            boolean weOweCheck) {

        static GivenItemJson of(GivenItem it, LocalDate today) {
            return new GivenItemJson(
                    it.row().reference(),
                    it.row().author(),
                    it.row().address(),
                    it.row().counterpart(),
                    it.row().ourRole().word(),
                    it.row().state(),
                    it.title(),
                    it.activity(),
                    it.reachesData(),
                    it.law().map(LawJson::of).orElse(null),
                    it.upkeep(),
                    it.upkeepOver(today),
                    it.inUse()
                            ? Stream.of(Role.values())
                                    .map(by -> CheckJson.of(it, by))
                                    .toList()
                            : List.of(),
                    it.inUse() && it.checksDiffer(),
                    it.weOweCheck(today, ReadingItems.CHECK_DAYS));
        }
    }

    record LawJson(String legalBasis, String oversight) {

        static LawJson of(ActContent it) {
            return new LawJson(it.text("legalBasis"), it.text("oversight"));
        }
    }

    /**
     * What one side found when it last looked.
     *
     * @param day null, as the rest of it, where that side has not looked yet
     * @param due the day on which it looks next
     */
    record CheckJson(
            String by,
            @Nullable LocalDate day,
            @Nullable String use,
            @Nullable String asMeant,
            @Nullable LocalDate due) {

        static CheckJson of(GivenItem item, Role by) {
            var last = item.lastCheck(by);
            return new CheckJson(
                    by.word(),
                    last.flatMap(it -> it.day("day")).orElse(null),
                    last.map(it -> it.text("use")).orElse(null),
                    last.map(it -> it.text("asMeant")).orElse(null),
                    item.checkDue(by, ReadingItems.CHECK_DAYS).orElse(null));
        }
    }
}
