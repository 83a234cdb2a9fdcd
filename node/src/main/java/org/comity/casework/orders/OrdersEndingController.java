package org.comity.casework.orders;

import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.OrderAlarms;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
        int n = seen(by).size();
        return n == 0 ? List.of() : List.of(new Notice("orders.ends.desk", n, PAGE));
    }

    @GetMapping(PAGE)
    String list(Official by, Model model) {
        access.mustWrite(by);
        model.addAttribute("alarms", seen(by));
        return "casework/orders/ending";
    }

    private List<OrderAlarms.OrderAlarm> seen(Official by) {
        return compartments.seen(alarms.soon(), it -> it.request().thread(), by.id());
    }
}
