package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.voiceagent.cost.Money;
import org.voiceagent.insight.entity.BudgetAlert;
import org.voiceagent.limits.entity.BudgetPeriod;
import org.voiceagent.limits.entity.PeriodBudget;

class AlertWebhookTest {

    private static final BudgetPeriod DAY = BudgetPeriod.day(LocalDate.parse("2030-05-06"));
    private static final BudgetPeriod MAY = BudgetPeriod.month(LocalDate.parse("2030-05-06"));

    private static JsonObject message(int percent, BudgetPeriod period, String used) {
        PeriodBudget budget = new PeriodBudget(period, money("10"), money(used), false);
        BudgetAlert alert = new BudgetAlert(percent, budget, "EUR", Instant.parse("2030-05-06T10:20:00Z"));
        return Json.createReader(new StringReader(AlertWebhook.json(alert, "Linden \u00fc Cycles")))
                .readObject();
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount));
    }

    @Test
    void tells_all_that_a_receiver_needs_in_exact_amounts() {
        JsonObject message = message(80, DAY, "8.010000000001");
        assertEquals("budget/2030-05-06/80", message.getString("id"));
        assertEquals("Linden \u00fc Cycles", message.getString("site"));
        assertEquals(80, message.getInt("percent"));
        assertEquals("EUR", message.getString("currency"));
        assertEquals(
                new BigDecimal("8.010000000001"), message.getJsonNumber("used").bigDecimalValue());
        assertEquals(
                new BigDecimal("1.989999999999"), message.getJsonNumber("left").bigDecimalValue());
        assertEquals(new BigDecimal("10"), message.getJsonNumber("budget").bigDecimalValue());
    }

    @Test
    void tells_of_a_month_as_of_a_day() {
        JsonObject message = message(50, MAY, "5");
        assertEquals("budget/2030-05/50", message.getString("id"));
        assertEquals("2030-05", message.getString("month"));
        assertFalse(message.containsKey("day"));
    }
}
