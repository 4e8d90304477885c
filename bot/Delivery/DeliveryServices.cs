using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>()
            .Bind(configuration.GetSection(DeliveryOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton(new StoredTable(Outbox.DeliveriesTable))
            .AddSingleton(new StoredTable(Outbox.BatchesTable))
            .AddSingleton(new StoredTable(AddressBook.TableName))
            .AddSingleton(new StoredTable(LeaseStore.TableName))
            .AddSingleton<OutboxSignal>()
            .AddSingleton<Outbox>()
            .AddSingleton<AddressBook>()
            .AddSingleton<LeaseStore>()
            .AddSingleton<Leases>()
            .AddSingleton<Sender>()
            .AddHostedService<Dispatcher>();
    }
}
