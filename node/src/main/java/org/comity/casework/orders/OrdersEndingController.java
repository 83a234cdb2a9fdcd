package org.comity.casework.orders;

import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.OrderAlarms;
import org.comity.ui.DeskNotices;
import org.comity.ui.ListPage;
import org.comity.ui.Page;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the desk of orders that end before what we promised, and lists them. */
@Controller
class OrdersEndingController implements DeskNotices {

    private static final String PAGE = "/orders/ending";

    private final OrderAlarms alarms;
    private final CaseAccess access;
    private final Compartments compartments;

    OrdersEndingController(OrderAlarms alarms, CaseAccess access, Compartments compartments) {
        this.alarms = alarms;
        this.access = access;
        this.compartments = compartments;
    }

    @Override
    public List<Notice> notices(Official by) {
        if (!by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.LAWYER)) {
            return List.of();
        }
        var counted = page("", Page.MOST_COUNTED, by);
        int n = counted.rows().size() + (counted.more() ? 1 : 0);
        return n == 0 ? List.of() : List.of(new Notice("orders.ends.desk", n, PAGE));
    }

    @GetMapping(PAGE)
    String list(@RequestParam(defaultValue = "") String after, Official by, Model model) {
        access.mustWrite(by);
        var page = page(after, OrderAlarms.MOST, by);
        model.addAttribute("alarms", page.rows());
        model.addAttribute("next", page.next(OrderAlarms.OrderAlarm::place));
        return "casework/orders/ending";
    }

    private ListPage<OrderAlarms.OrderAlarm> page(String after, int most, Official by) {
        return ListPage.seen(
                last -> alarms.soon(last == null ? after : last.place(), most + 1),
                some -> compartments.seen(some, it -> it.request().thread(), by.id()),
                most);
    }
}
