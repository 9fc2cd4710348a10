package dev.tradewind.orders.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;

/** No two lines order the same product. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachSkuOnce.Validator.class)
@interface EachSkuOnce {

  String message() default "names a product that an earlier line names: add the quantities up";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Points at the first line that repeats a product. */
  final class Validator implements ConstraintValidator<EachSkuOnce, PlaceOrder> {

    @Override
    public boolean isValid(PlaceOrder order, ConstraintValidatorContext context) {
      if (order.lines() == null) {
        return true;
      }
      var seen = new HashSet<String>();
      for (int i = 0; i < order.lines().size(); i++) {
        var line = order.lines().get(i);
        if (line != null && line.sku() != null && !seen.add(line.sku())) {
          context.disableDefaultConstraintViolation();
          context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
              .addPropertyNode("lines").addPropertyNode("sku").inIterable().atIndex(i).addConstraintViolation();
          return false;
        }
      }
      return true;
    }
  }
}
